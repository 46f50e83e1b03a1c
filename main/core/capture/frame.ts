/** One captured frame. `bytes` is a view that is valid until the next bytes are fed in. */
export interface CapturedFrame {
  /** As Wireshark counts: from 1. */
  readonly number: number;
  /** Microseconds since 1970 (UTC); null where the file says none for this frame (Simple Packet Block). */
  readonly at: number | null;
  /** The number of the link type (tcpdump.org, "Link-Layer Header Types"); null: the frame names no known interface. */
  readonly linkType: number | null;
  readonly bytes: Uint8Array;
  /** Its length on the wire; more than `bytes` where the frame was cut. */
  readonly length: number;
}
