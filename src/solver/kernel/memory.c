/* The memory of a module: handed out from its end on, never given back. */
typedef unsigned int size;

/* For what is called seldom beside what it does: better small than fast. */
#define SMALL __attribute__((minsize, noinline))

extern unsigned char __heap_base;
static size top;

/* Room after what has been handed out; 0 if the memory cannot grow so far. Up to 2 GB, beyond which JavaScript would read addresses as negative. */
SMALL static void *room(size bytes) {
  size at = (top + 15) & ~15u;
  size pages = __builtin_wasm_memory_size(0);
  if (bytes > 0x7fff0000u - at) return 0;
  size needed = (at + bytes + 65535) >> 16;
  if (needed > pages && __builtin_wasm_memory_grow(0, needed - pages) == (size)-1) return 0;
  top = at + bytes;
  return (void *)at;
}
