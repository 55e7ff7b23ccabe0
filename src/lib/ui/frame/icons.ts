/** The app's icons: lines on a field of 24 by 24. */
export const shapes = {
  overview: 'M4 20h16M6 20v-7M12 20V5M18 20v-10',
  holdings: 'M4 7h16M4 12h16M4 17h10',
  transactions: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  accounts: 'M3 10l9-6 9 6M5 10v8M10 10v8M14 10v8M19 10v8M3 20h18',
  performance: 'M3 17l6-6 4 4 8-9M15 6h6v6',
  income: 'M12 3v12M7 10l5 5 5-5M4 20h16',
  allocation: 'M4 6h16M4 12h10M4 18h6',
  import: 'M12 4v10M8 10l4 4 4-4M4 15v5h16v-5',
  settings: 'M4 7h9M17 7h3M15 7m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4 17h3M11 17h9M9 17m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  add: 'M12 5v14M5 12h14',
  undo: 'M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  keys: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8',
  print: 'M7 9V4h10v5M5 9h14v7h-3M8 14h8v6H8zM8 16H5V9',
  more: 'M5 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0M12 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0M19 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0',
  data: 'M3 12h18M6 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M16 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M6 16v3M16 16v3',
  upgrade: 'M12 20V5M6 11l6-6 6 6',
  shown: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 12m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  covered:
    'M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-3 3.6M6 7.5A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9',
  search: 'M11 11m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M16 16l4.5 4.5',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l5 5 9-11',
  up: 'M12 18V6M7 11l5-5 5 5',
  down: 'M12 6v12M7 13l5 5 5-5',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7'
} as const;

export type IconName = keyof typeof shapes;
