/* What is compiled, in one piece: the parts share their memory. */
#include "ring.c"
#include "functions.c"
#include "assembly.c"
