/** Line icons, drawn on a 20-unit square. Decorative: the control that holds one carries the words. */
const paths = {
  undo: 'M7 5 3.500 8.500 7 12M4 8.500h7.500a4 4 0 0 1 0 8H9',
  redo: 'm13 5 3.500 3.500L13 12M16 8.500H8.500a4 4 0 0 0 0 8H11',
  reset: 'M4.500 10a5.500 5.500 0 1 1 1.700 4M4.500 16v-3.200h3.200',
  link: 'M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300l1-1',
  sun: 'M10 6.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7ZM10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100',
  moon: 'M16 11.800A6.500 6.500 0 0 1 8.200 4a6.500 6.500 0 1 0 7.800 7.800Z',
  system: 'M3 4.500h14v9H3ZM7 16.500h6M10 13.500v3',
  rail: 'M3 4h14v12H3ZM8 4v12',
  download: 'M10 3v9M6.500 8.500 10 12l3.500-3.500M4 15.500h12',
  chevron: 'm7 5 5 5-5 5',
  target: 'M10 3v3M10 14v3M3 10h3M14 10h3M10 6.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7Z',
  data: 'M4 5.500h.01M8 5.500h8M4 10h.01M8 10h8M4 14.500h.01M8 14.500h8',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4.500 10.500 3.500 3.500 7.500-8',
  cube: 'M10 3 16 6.300v7.400L10 17 4 13.700V6.300ZM4 6.300l6 3.400 6-3.400M10 9.700V17',
  pin: 'M7.500 3h5l-.600 5 2.600 2.500v1h-9v-1L8.100 8ZM10 11.500V17',
  map: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 7.500a2.500 2.500 0 1 1-2.500 2.500M10 5a5 5 0 0 1 5 5',
  why: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM8 8.200a2 2 0 1 1 2.800 1.900q-.800.400-.800 1.400M10 13.800h.01',
  table: 'M3.500 4.500h13v11h-13ZM3.500 8.500h13M8.500 8.500v7',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
