import type { CaseView } from '../../preload/contract';
import type { OpenedCase } from '../cases';
import { bad, type CaseRecord, good, type Observation, problem, type Result, type RunEvent } from '../core/model';
import type { Lab } from '../lab';
import { CaseDisk } from './case-disk';
import { CaseRun } from './case-run';
import { viewOf } from './case-view';
import { type HeldSecret, Logins } from './logins';
import { ourMistake } from './mistakes';
import { begunRun, endedRun } from './run-record';
import type { SessionNeeds } from './session-needs';

type Edit = (record: CaseRecord) => CaseRecord;

/** One open case. The record is saved after each change; secrets live in its logins only. */
export class CaseSession {
  readonly logins = new Logins();
  private serial: number;
  private running: CaseRun | null = null;
  private lab: Lab | null = null;
  private materials: CaseView['materials'] = [];
  private bundles: CaseView['bundles'] = [];
  private readonly disk: CaseDisk;

  private constructor(
    private current: CaseRecord,
    recovered: OpenedCase['recovered'],
    private readonly needs: SessionNeeds,
  ) {
    this.serial = needs.nextSerial();
    this.disk = new CaseDisk(current.changedAt, recovered, needs);
  }

  /** Opens a session on a record that the store read; the lab, where there is one, starts with the first run. */
  static async on({ record, recovered }: OpenedCase, needs: SessionNeeds): Promise<CaseSession> {
    const session = new CaseSession(record, recovered, needs);
    session.materials = await needs.describeMaterials(record);
    return session;
  }

  get record(): CaseRecord {
    return this.current;
  }

  /** The snapshot as it is now; its number tells the page which of two is newer. */
  view(): CaseView {
    return viewOf(this.current, {
      serial: this.serial,
      savedAt: this.disk.savedAt,
      troubles: this.disk.troubles,
      running: this.running !== null,
      asking: this.running?.asking() ?? [],
      secretsHeld: this.logins.names(),
      materials: this.materials,
      bundles: this.bundles,
    });
  }

  /** Changes the record, saves it, and answers the new view; when the disk refuses, the change stays in memory. */
  async change(edit: Edit): Promise<Result<CaseView>> {
    const before = this.current.site;
    this.current = { ...edit(this.current), changedAt: this.needs.now().toISOString() };
    if (this.current.site !== before) this.materials = await this.needs.describeMaterials(this.current);
    this.mark();
    const saved = await this.save();
    return saved.ok ? good(this.view()) : saved;
  }

  /** Takes secrets that came with a profile or a lab. */
  hold(secrets: readonly HeldSecret[]): CaseView {
    this.logins.hold(secrets);
    this.mark();
    return this.view();
  }

  /** Takes a secret that the engineer typed. */
  typed(secret: HeldSecret): CaseView {
    this.logins.typed(secret, this.current.site);
    this.mark();
    return this.view();
  }

  /** Takes the code of a second factor that the engineer typed. */
  typedCode(code: HeldSecret): CaseView {
    this.logins.typedCode(code, this.current.site);
    return this.view();
  }

  /** The practice lab of this case is running now; its site and its passwords are this case's. */
  async adopt(lab: Lab): Promise<Result<CaseView>> {
    this.lab = lab;
    this.hold(lab.secrets);
    return await this.change((record) => ({
      ...record,
      site: { ...lab.site, case: record.site.case, symptoms: record.answers.symptoms },
    }));
  }

  /**
   * Starts the plan, and answers at once; `run-under-way` while one runs. With `goesOn` an interrupted run is taken up
   * again, as far as what it saw is still present.
   */
  async start(goesOn = false): Promise<Result<CaseView>> {
    if (this.running !== null) return bad(problem('run-under-way', this.current.id));
    const run = new CaseRun();
    this.disk.forgetUnkept();
    this.running = run;
    const prepared = await this.prepare(goesOn);
    if (!prepared.ok) this.running = null;
    else run.follow(this.perform(run).catch((error) => this.breakOff(error)));
    return prepared.ok ? good(this.view()) : prepared;
  }

  /** Stops one step, or everything; what was seen until then stays. */
  cancel(step: string | null): CaseView {
    this.running?.cancel(step);
    return this.view();
  }

  noteBundle(bundle: CaseView['bundles'][number]): void {
    this.bundles = [...this.bundles, bundle];
    this.mark();
  }

  /** Ends the run, the lab and the writing; the case stays on disk as it is. */
  async close(): Promise<void> {
    this.running?.interrupt();
    await this.running?.done;
    await this.lab?.close();
    await this.disk.end();
    this.logins.forget();
  }

  private async prepare(goesOn: boolean): Promise<Result<CaseView>> {
    const lab = await this.labRunning();
    if (!lab.ok) return lab;
    return await this.change((record) => begunRun(record, goesOn, this.needs.now()));
  }

  /** A practice case that was opened again has a site of ports that are long closed: its lab starts anew. */
  private async labRunning(): Promise<Result<unknown>> {
    const { lab: scenario } = this.current;
    if (scenario === null || this.lab !== null) return good(null);
    const started = await this.needs.practise(scenario);
    return started.ok ? await this.adopt(started.value) : started;
  }

  private async perform(run: CaseRun): Promise<void> {
    const input = run.inputFor({
      record: this.current,
      view: this.view(),
      needs: this.needs,
      logins: this.logins,
      onEvent: (event) => this.hear(run, event),
      // On the disk with the observation that follows it.
      onFootprint: (entry) => {
        this.current = { ...this.current, footprint: [...this.current.footprint, entry] };
      },
      keepEvidence: async (path, bytes) => {
        const kept = await this.disk.keepEvidence(this.current, path, bytes);
        if (kept === null) this.mark();
        return kept;
      },
    });
    const outcome = await this.needs.run(input);
    this.running = null;
    const cut = run.wasInterrupted(outcome);
    await this.change((record) => endedRun(record, outcome, cut, this.needs.now()));
  }

  /** A fault of ours inside the run: what was seen stays, and the case says that the run was interrupted. */
  private breakOff(error: unknown): void {
    ourMistake('run.start', error);
    this.running = null;
    this.mark();
  }

  private hear(run: CaseRun, event: RunEvent): void {
    run.hear(event);
    this.needs.progress(this.current.id, event);
    if (event.kind === 'observed') this.note(event.observation);
    this.mark();
  }

  /** Kept at once: after a crash in the middle of a run, what was seen is there. */
  private note(observation: Observation): void {
    this.current = { ...this.current, observations: [...this.current.observations, observation] };
    void this.save();
  }

  private mark(): void {
    this.serial = this.needs.nextSerial();
    this.needs.changed(this.current.id);
  }

  /** Whether it went well shows in the next view, also where nobody waits for the answer. */
  private async save(): Promise<Result<unknown>> {
    const saved = await this.disk.save(this.current);
    this.mark();
    return saved;
  }
}
