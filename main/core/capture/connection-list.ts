import type { CaptureConnection } from '../model';

const MOST_LISTED = 5000;
/** Bytes that all reports together may take, about three thousand ordinary ones. */
const MOST_BYTES = 16 * 1024 * 1024;
/** What a name in a list takes beyond its letters. */
const NAME = 32;

interface Listed {
  readonly order: number;
  readonly bytes: number;
  readonly connection: CaptureConnection;
}

/** About the memory that a report takes. */
const bytesOf = (connection: CaptureConnection): number =>
  JSON.stringify(connection).length + NAME * ((connection.offered?.suites.length ?? 0) + connection.ehlo.length);

/**
 * The reports of connections that are over. Where they are too many, the oldest are let go of: the newest say how it
 * is now.
 */
export class ConnectionList {
  unlisted = 0;
  private bytes = 0;
  private listed: Listed[] = [];

  /** `order`: the number of its first frame. */
  add(order: number, connection: CaptureConnection): void {
    const bytes = bytesOf(connection);
    this.listed.push({ order, bytes, connection });
    this.bytes += bytes;
    while (this.listed.length > 1 && (this.listed.length > MOST_LISTED || this.bytes > MOST_BYTES)) this.dropOldest();
  }

  inOrder(): CaptureConnection[] {
    return this.listed.toSorted((one, other) => one.order - other.order).map(({ connection }) => connection);
  }

  private dropOldest(): void {
    this.bytes -= this.listed.shift()?.bytes ?? 0;
    this.unlisted += 1;
  }
}
