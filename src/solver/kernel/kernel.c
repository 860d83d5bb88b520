/* What is compiled, in one piece: the parts share their memory. */
#include "ring.c"
/* An eighth of the time of a cycle is not in these: small before fast. */
#pragma clang attribute push(__attribute__((minsize)), apply_to = function)
#include "functions.c"
#include "assembly.c"
#include "slab.c"
#pragma clang attribute pop
