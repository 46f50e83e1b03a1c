import type { ReactNode } from 'react';
import './feedback.css';

/** A screen without content says what would fill it and offers the way there. */
export const Empty = ({ title, text, children }: { title: string; text: string; children?: ReactNode }) => (
  <div className="empty">
    <h1>{title}</h1>
    <p className="text2">{text}</p>
    {children === undefined ? null : <div className="actions">{children}</div>}
  </div>
);
