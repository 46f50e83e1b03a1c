import type { CapturedFrame } from '../frame';
import type { Order } from './numbers';

export interface Interface {
  readonly linkType: number;
  readonly snapLength: number;
  /** Units of a time stamp in a second, and what is to be added to it, in seconds. */
  readonly perSecond: number;
  readonly offset: number;
}

export type Format = 'pcap' | 'pcapng';

/** The machine that cuts a capture file into frames. It keeps at most one unfinished record. */
export interface FileState {
  /** Null: not enough bytes yet to say. */
  readonly format: Format | null;
  readonly order: Order;
  /** The length of the header before each frame, for pcap. */
  readonly recordHeader: number;
  readonly interfaces: readonly Interface[];
  readonly frames: number;
  readonly rest: Uint8Array;
  /** Bytes of a block nobody reads that are still to come. */
  readonly skip: number;
  /** Bytes fed in before `rest`. */
  readonly offset: number;
  readonly madeBy: string | null;
  /** What ended the reading: no capture at all, or a record that cannot be. `at` counts bytes from the beginning. */
  readonly problem: { readonly kind: 'no-capture' | 'damaged'; readonly at: number } | null;
}

export interface FileStep {
  readonly state: FileState;
  readonly frames: readonly CapturedFrame[];
}

/** What was cut off the front of the bytes: frames, and how many bytes they took. */
export interface Cut {
  readonly state: FileState;
  readonly used: number;
  readonly frame: CapturedFrame | null;
}

/** Larger than any snap length that tcpdump or dumpcap accept (262,144), with room for headers and options. */
export const LONGEST_RECORD = 1024 * 1024;

export const newFile = (): FileState => ({
  format: null,
  order: 'little',
  recordHeader: 16,
  interfaces: [],
  frames: 0,
  rest: new Uint8Array(0),
  skip: 0,
  offset: 0,
  madeBy: null,
  problem: null,
});

export const damaged = (state: FileState): Cut => ({
  state: { ...state, problem: { kind: 'damaged', at: state.offset } },
  used: 0,
  frame: null,
});
