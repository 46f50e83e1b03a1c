import type { CaseView, Tellers } from '../../preload/contract';
import { type CaseRecord, good, type Result, type RunEvent } from '../core/model';
import { batchOf } from './batch';
import { CaseSession } from './case-session';
import type { Rooms } from './rooms';
import type { SessionNeeds } from './session-needs';

/** A message to the page costs milliseconds, so events and snapshots are told at most this often. */
const PROGRESS_MS = 40;
const MIRROR_MS = 80;

interface Progress {
  readonly id: string;
  readonly event: RunEvent;
}

/** Main's table: the cases that are open, and the one that the page mirrors. */
export class Desk {
  private readonly sessions = new Map<string, CaseSession>();
  /** Opening takes a moment; whoever asks meanwhile gets the same session. */
  private readonly opening = new Map<string, Promise<Result<CaseSession>>>();
  private shown: string | null = null;
  private serial = 0;
  private readonly mirror = batchOf<string>(MIRROR_MS, (ids) => this.tellMirror(ids));
  private readonly progress = batchOf<Progress>(PROGRESS_MS, (items) => this.tellProgress(items));

  constructor(
    readonly rooms: Rooms,
    private readonly tellers: Tellers,
  ) {}

  /** Opens a case, makes it the mirrored one, and answers its view. */
  async show(id: string): Promise<Result<CaseView>> {
    const session = await this.session(id);
    if (!session.ok) return session;
    this.shown = id;
    return good(session.value.view());
  }

  /** Makes a case, writes what `seed` adds to it, and shows it. */
  async create(name: string, seed: (record: CaseRecord) => CaseRecord): Promise<Result<CaseSession>> {
    const made = await this.rooms.store.create(name, this.rooms.now().toISOString());
    if (!made.ok) return made;
    const session = await this.session(made.value.id);
    if (!session.ok) return session;
    this.shown = made.value.id;
    const changed = await session.value.change(seed);
    return changed.ok ? session : changed;
  }

  /** Does something with a case, opening it where needed. */
  async on<T>(id: string, work: (session: CaseSession) => Promise<Result<T>>): Promise<Result<T>> {
    const session = await this.session(id);
    return session.ok ? await work(session.value) : session;
  }

  /** Puts a case away: its run and its lab end, its secrets are forgotten, its folder is free for others. */
  async putAway(id: string): Promise<void> {
    const session = this.sessions.get(id);
    this.sessions.delete(id);
    await session?.close();
    await this.rooms.store.unlock(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.sessions.keys()].map((id) => this.putAway(id)));
  }

  private session(id: string): Promise<Result<CaseSession>> {
    const open = this.sessions.get(id);
    if (open !== undefined) return Promise.resolve(good(open));
    const opening = this.opening.get(id) ?? this.open(id).finally(() => this.opening.delete(id));
    this.opening.set(id, opening);
    return opening;
  }

  /** A case that is missing or broken says so; one that another program holds is not read half-way through a write. */
  private async open(id: string): Promise<Result<CaseSession>> {
    const { store } = this.rooms;
    const there = await store.open(id);
    if (!there.ok) return there;
    const locked = await store.lock(id);
    if (!locked.ok) return locked;
    const opened = await store.open(id);
    if (!opened.ok) {
      await store.unlock(id);
      return opened;
    }
    const session = await CaseSession.on(opened.value, this.needs());
    this.sessions.set(id, session);
    return good(session);
  }

  private needs(): SessionNeeds {
    const { rooms } = this;
    return {
      save: (record) => rooms.store.save(record),
      keepEvidence: (record, path, bytes) => rooms.store.putEvidence(record.id, path, bytes),
      run: rooms.run,
      practise: rooms.practise,
      describeMaterials: rooms.describeMaterials,
      knownHostsPath: rooms.knownHostsPath,
      now: rooms.now,
      nextSerial: () => {
        this.serial += 1;
        return this.serial;
      },
      changed: (id) => this.mirror.add(id),
      progress: (id, event) => this.progress.add({ id, event }),
    };
  }

  private tellMirror(ids: readonly string[]): void {
    const session = this.shown !== null && ids.includes(this.shown) ? this.sessions.get(this.shown) : undefined;
    if (session !== undefined) this.tellers.mirror.changed(session.view());
  }

  private tellProgress(items: readonly Progress[]): void {
    for (const id of new Set(items.map((item) => item.id))) {
      this.tellers.run.progress({ id, events: items.filter((item) => item.id === id).map((item) => item.event) });
    }
  }
}
