import type { ClientChannel } from 'ssh2';
import { mayLeave } from '../core/asyncos/dialogue';
import { byteText } from './byte-text';

export interface Listener {
  text(text: string): void;
  closed(): void;
}

/** An appliance's terminal: text in, allowed bytes out, one listener at a time. */
export interface Terminal {
  /** Sends what may leave and answers whether it did. */
  send(bytes: string): boolean;
  /** What comes without a listener is kept, bounded, for `takeIdle`. */
  listen(listener: Listener | null): void;
  takeIdle(): string;
  isClosed(): boolean;
  close(): void;
}

const MOST_IDLE = 16 * 1024;

/** Wraps an SSH channel; its errors end in `closed`, never in an exception. */
export const terminalOf = (channel: ClientChannel, onText: ((text: string) => void) | undefined): Terminal => {
  const [printed, complained] = [byteText(), byteText()];
  let listener: Listener | null = null;
  let idle = '';
  let closed = false;
  const hear = (text: string) => {
    if (text === '') return;
    onText?.(text);
    if (listener === null) idle = (idle + text).slice(-MOST_IDLE);
    else listener.text(text);
  };
  const end = () => {
    if (closed) return;
    hear(printed.end() + complained.end());
    closed = true;
    listener?.closed();
  };
  channel.on('data', (chunk: Buffer) => hear(printed.take(chunk)));
  channel.stderr.on('data', (chunk: Buffer) => hear(complained.take(chunk)));
  // An error of the channel is followed by its close.
  channel.on('error', end);
  channel.on('end', end);
  channel.on('close', end);
  return {
    send(bytes) {
      if (closed || !mayLeave(bytes)) return false;
      channel.write(bytes);
      return true;
    },
    listen(next) {
      listener = next;
    },
    takeIdle() {
      const text = idle;
      idle = '';
      return text;
    },
    isClosed: () => closed,
    close() {
      end();
      channel.end();
      channel.close();
    },
  };
};
