/** The product's mark: two ends and the broken way between them. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 20 16" width="20" height="16" aria-hidden="true" focusable="false">
    <circle cx="4.2" cy="8" r="3" />
    <circle cx="15.8" cy="8" r="3" />
    <path className="mark-break" d="M11.6 3.5 8.4 12.5" />
  </svg>
);
