import { useCallback, useEffect, useState } from 'react';

/** Copies plain text and says so for four seconds. */
export const useCopy = (): { copied: boolean; copy: (text: string) => void } => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback((text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // The system refused the clipboard: the text still stands there to be selected.
      () => setCopied(false),
    );
  }, []);
  return { copied, copy };
};
