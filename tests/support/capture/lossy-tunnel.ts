import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** Why no tunnel can be made here; null: it can. In CI this is a failure, not a reason to skip. */
const whyNoTunnel = (): string | null => {
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun';
  return process.getuid?.() === 0 ? null : 'a tunnel needs root';
};

export const skipWithoutTunnel = (): boolean => {
  const reason = whyNoTunnel();
  if (reason === null || process.env.CI) return false;
  console.warn(`skipped: ${reason}`);
  return true;
};

export interface Road {
  readonly seed: number;
  readonly loss: number;
  readonly reorder: number;
  readonly double: number;
  /** Larger packets vanish. */
  readonly largest?: number;
}

export interface Tunnel {
  /** What goes in front of a program to run it at the far end. */
  readonly prefix: readonly string[];
  readonly farDevice: string;
  readonly nearDevice: string;
  /** The address of this end. */
  readonly near: string;
  readonly far: string;
  /** Takes it away, and answers what it did to the packets: `lost=7 overtaken=12 …`. */
  close(): Promise<string>;
}

/** Opens a tunnel of TUN devices into a network namespace; `number` 0 to 63 keeps several apart. */
export const openTunnel = async (number: number, road: Road): Promise<Tunnel> => {
  const name = `cpq${process.pid}n${number}`;
  const [farDevice, nearDevice] = [
    `cpqf${number}p${process.pid}`.slice(0, 15),
    `cpqn${number}p${process.pid}`.slice(0, 15),
  ];
  const [far, near] = [`198.18.${number}.2`, `198.18.${number}.1`];
  const { seed, loss, reorder, double, largest = 65_536 } = road;
  const ends = [name, farDevice, far, nearDevice, near];
  const chances = [seed, loss, reorder, double, largest].map(String);
  const child = spawn('python3', ['tests/support/capture/lossy-tunnel.py', ...ends, ...chances], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      told += text;
      if (told.includes('ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the tunnel ended with ${code}`)));
  });
  return {
    prefix: ['ip', 'netns', 'exec', name],
    farDevice,
    nearDevice,
    near,
    far,
    async close() {
      const closed = once(child, 'close');
      child.stdin.end();
      await closed;
      return told.replace('ready', '').trim();
    },
  };
};
