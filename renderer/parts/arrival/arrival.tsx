import { type ReactNode, useEffect, useRef } from 'react';
import './arrival.css';

/** Something that asks for a decision comes into view and takes the focus, without choosing an answer for anybody. */
export const Arrival = ({ label, children }: { label: string; children: ReactNode }) => {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section ref={place} tabIndex={-1} aria-label={label} className="arrival">
      {children}
    </section>
  );
};
