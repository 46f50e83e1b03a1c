import './icon.css';

/** Own set, 16 px grid, 1.5 stroke, round ends. */
const DRAWN = {
  back: 'M10 3.5 5.5 8l4.5 4.5',
  forward: 'M6 3.5 10.5 8 6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3.5 8h9',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  pencil: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z',
  tick: 'M3.5 8.5l3 3 6-7',
  server: 'M2.5 3.5h11v3.6h-11zM2.5 8.9h11v3.6h-11zM5 5.3h.1M5 10.7h.1',
  laptop: 'M3.5 3.5h9v6.5h-9zM1.5 12.5h13',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  drop: 'M8 2.5v7M4.8 6.6 8 9.8l3.2-3.2M2.5 10.5v3h11v-3',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 13.5 13.5',
  panel: 'M2.5 3h11v10h-11zM9.8 3v10',
  play: 'M5 3.5v9l7-4.5z',
  stop: 'M4.5 4.5h7v7h-7z',
  repeat: 'M12.8 5.5A5.2 5.2 0 1 0 13.2 9M13 2.8v3h-3',
  flask: 'M6.3 2.5h3.4M7 2.5v4L3.6 12a1 1 0 0 0 .9 1.5h7a1 1 0 0 0 .9-1.5L9 6.5v-4M5 10h6',
  box: 'M8 1.8l5.5 3v6.4L8 14.2l-5.5-3V4.8zM2.5 4.8 8 7.8l5.5-3M8 7.8v6.4',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  note: 'M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5',
  terminal: 'M2 3h12v10H2zM4.5 6l2 2-2 2M8.5 10.2h3',
  lock: 'M4 7.5h8v6H4zM5.8 7.5V5.4a2.2 2.2 0 0 1 4.4 0v2.1',
  sun: 'M8 10.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1',
  moon: 'M13 9.6A5.4 5.4 0 0 1 6.4 3 5.3 5.3 0 1 0 13 9.6z',
  half: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  globe: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM2 8h12M8 2c2 2 2.4 4 2.4 6S10 12 8 14c-2-2-2.4-4-2.4-6S6 4 8 2z',
  undo: 'M5.5 3 2.8 5.8l2.7 2.7M3 5.8h6.2a3.6 3.6 0 0 1 0 7.2H6',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.6 7v4M9.4 7v4',
  key: 'M5.2 12.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM7.2 7.8 13 2.5M11 4.4l1.8 1.8',
  envelope: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
} as const;
export type IconName = keyof typeof DRAWN;

/** Decoration: the words stand beside it or on the button around it. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: 13 | 16 | 20 }) => (
  <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
    <path d={DRAWN[name]} />
  </svg>
);
