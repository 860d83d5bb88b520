/* What is compiled, in one piece: the parts share their memory. */
#include "memory.c"
#include "ring.c"
#include "blocks.c"
/* Small before fast: what takes time in these is written with vectors. */
#pragma clang attribute push(__attribute__((minsize)), apply_to = function)
#include "functions.c"
#include "assembly.c"
#include "slab.c"
#pragma clang attribute pop
