import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../main/core/asyncos/config';
import { configOf } from '../../../main/lab/config';
import { mailLogsOf } from '../../../main/lab/mail-logs';
import {
  appliancesOf,
  type LabAppliance,
  listens,
  managementOf,
  quarantineInterfaceOf,
  reach,
  systemStatusOf,
} from '../../../main/lab/model';
import { catalogue } from '../../../main/lab/scenarios';
import { agreed } from '../../../main/lab/suites';
import { screenOf, typingsAt } from '../../../main/lab/typist';
import { answered, linesOf, type Told, told, toldOnce } from './told';

const labs = fc.record({
  name: fc.constantFrom(...catalogue.map(({ name }) => name)),
  esas: fc.constantFrom(1, 2, 3, 7, 20),
  // A leap day, a turn of the year, an ordinary evening with milliseconds.
  now: fc.constantFrom(Date.UTC(2028, 1, 29, 1), Date.UTC(2027, 0, 1, 0, 30), Date.UTC(2026, 10, 24, 20, 40, 7, 123)),
});

/** Checks a statement about a lab for many scenarios and sizes. */
const always = (holds: (one: Told) => void, numRuns = 10): void =>
  fc.assert(
    fc.property(labs, ({ name, esas, now }) => {
      holds(toldOnce(name, esas, now));
    }),
    { numRuns },
  );

/** A `telnet` by hand leaves lines in a kept story: this is the story before anybody came. */
const untouched = ({ scenario, esas, now }: Told['model']): Told => told(scenario, esas.length, now);

const each = (one: Told, check: (appliance: LabAppliance) => void): void => appliancesOf(one.model).forEach(check);

const configured = (one: Told, appliance: LabAppliance) => {
  const report = readConfig(configOf(one.model, appliance));
  if (!report.ok) throw new Error(report.problem.code);
  return report.value;
};

describe('one model speaks through command line, logs and configuration', () => {
  it('prints nothing that the readers of the allow-list do not understand', () => {
    always((one) =>
      each(one, (appliance) => {
        for (const { command, lines } of typingsAt(one.model, appliance)) {
          const { data, unrecognised, error } = answered(one, appliance, command, ...lines);
          expect({ command, understood: data !== null, unrecognised, error }).toEqual({
            command,
            understood: true,
            unrecognised: [],
            error: null,
          });
        }
      }),
    );
  });

  it('counts the same waiting messages in tophosts, status, showrecipients and the log', () => {
    always((one) =>
      each(one, (appliance) => {
        // Where quarantines are not central yet, there is no pseudo destination.
        if (appliance.role === 'esa' && !appliance.centralised) return;
        const waiting = one.story.desks[appliance.name]?.waiting.length ?? -1;
        const hosts = answered(one, appliance, 'tophosts', 'tophosts', '1').data;
        expect(hosts).toMatchObject({
          hosts: expect.arrayContaining([
            expect.objectContaining({
              host: appliance.role === 'esa' ? 'the.cpq.host' : 'the.cpq.release.host',
              activeRecipients: waiting,
            }),
          ]),
        });
        expect(answered(one, appliance, 'status', 'status').data).toMatchObject({ activeRecipients: waiting });
        if (appliance.role === 'sma') return;
        const listed = answered(one, appliance, 'showrecipients', 'showrecipients', '1', 'the.cpq.host').data;
        expect(listed).toMatchObject({ total: waiting });
        const lines = linesOf(one, appliance);
        const enqueued = lines.filter((line) => line.includes('enqueued for transfer')).length;
        const done = lines.filter((line) => line.endsWith('(centralized policy quarantine) ')).length;
        const bounced = lines.filter((line) => line.startsWith('Bounced: ')).length;
        expect(enqueued - done - bounced).toBe(waiting);
      }),
    );
  });

  it('listens in netstat and the configuration exactly where the model listens', () => {
    always((one) =>
      each(one, (appliance) => {
        const { address, port } = appliance.known;
        const sockets = answered(one, appliance, 'netstat', 'netstat', '1', '3', 'Y', 'Y').data;
        const listening = JSON.stringify(sockets).includes(`"address":"${address}","port":${port}`);
        expect(listening).toBe(listens(appliance));
        // A cluster's export holds every machine; suspending a listener does not take it out of the configuration.
        const machines = one.model.cluster && appliance.role === 'esa' ? one.model.esas : [appliance];
        const hidden = configured(one, appliance).listeners.filter((found) => found.hidden);
        const having = machines.filter((one) => one.centralised && quarantineInterfaceOf(one) !== null);
        expect(hidden.length).toBe(having.length);
        const { quarantine } = configured(one, appliance);
        expect(quarantine).toMatchObject({ interface: appliance.quarantine.interface, port });
      }),
    );
  });

  it('says the same cipher lists in sslconfig and the configuration', () => {
    always((one) =>
      each(one, (appliance) => {
        const { inbound, outbound } = appliance.ciphers;
        expect(configured(one, appliance).ciphers).toEqual({ inbound, outbound });
        const typing = typingsAt(one.model, appliance).find(({ command }) => command === 'sslconfig');
        const shown = answered(one, appliance, 'sslconfig', ...(typing?.lines ?? [])).data;
        // A current SMA shows its protocol switches only.
        if (appliance.role === 'sma' && appliance.generation !== '0.9.8')
          expect(shown).toMatchObject({ inbound: null });
        else expect(shown).toMatchObject({ inbound: { ciphers: inbound }, outbound: { ciphers: outbound } });
      }),
    );
  });

  it('has the same interfaces in interfaceconfig and the configuration', () => {
    always((one) =>
      each(one, (appliance) => {
        const own = appliance.interfaces.map(({ name, address }) => ({ name, address }));
        const shown = answered(one, appliance, 'interfaceconfig', 'interfaceconfig', '').data;
        expect(shown).toMatchObject({ interfaces: own });
        const written = configured(one, appliance).interfaces.filter(
          ({ machine }) => one.model.cluster === null || appliance.role === 'sma' || machine === appliance.hostname,
        );
        expect(written.map(({ name, address }) => ({ name, address }))).toEqual(own);
        expect(written.find(({ name }) => name === 'Management')?.ssh).toBe(appliance.sshPort);
      }),
    );
  });

  it('meets with telnet what the latest quarantine connections in the log met', () => {
    const outcomes = { open: 'connected', refused: 'refused', 'timed-out': 'timed-out' } as const;
    const signs = { open: 'TLS ', refused: 'Connection refused', 'timed-out': 'timeout' } as const;
    always((one) => {
      for (const esa of one.model.esas) {
        const { sma } = one.model;
        for (const [from, to] of [[esa, sma] as const, [sma, esa] as const]) {
          const met = reach(one.model, from, to);
          const item = String(from.interfaces.indexOf(managementOf(from)) + 2);
          const answers = [item, to.known.address, String(to.known.port), ...(met === 'open' ? ['QUIT'] : [])];
          const data = answered(one, from, 'telnet', 'telnet', ...answers).data;
          expect(data).toMatchObject({ interface: 'Management', outcome: outcomes[met] });
          const last = linesOf(one, from).findLastIndex(
            (line) =>
              /DCID/.test(line) && line.includes(to.known.address) && /port:? /.test(line) && !/6025/.test(line),
          );
          // Where nothing was ever sent there is nothing to compare.
          if (last < 0) continue;
          expect(
            linesOf(one, from)
              .slice(last, last + 2)
              .join('\n'),
          ).toContain(signs[met]);
        }
      }
    });
  });

  it('meets with tlsverify what telnet meets, and the suite that both lists give', () => {
    const outcomes = { open: 'connected', refused: 'refused', 'timed-out': 'timed-out' } as const;
    always((one) => {
      for (const esa of one.model.esas) {
        const { sma } = one.model;
        const met = reach(one.model, esa, sma);
        const to = `${sma.known.address}:${sma.known.port}`;
        const data = answered(one, esa, 'tlsverify', 'tlsverify', sma.hostname, to).data;
        const { protocol, cipher } = met === 'open' ? agreed(one.model, esa, sma) : { protocol: null, cipher: null };
        expect(data).toMatchObject({ outcome: outcomes[met], protocol, cipher });
      }
    });
  });

  it('delivers every message to the number that the other side gave it', () => {
    always((one) => {
      const { sma, esas } = one.model;
      const started = (appliance: LabAppliance) =>
        new Set(linesOf(one, appliance).flatMap((line) => /^Start MID (\d+) ICID [1-9]/.exec(line)?.[1] ?? []));
      const accepted = (appliance: LabAppliance) =>
        linesOf(one, appliance).flatMap((line) => /Message (\d+) accepted/.exec(line)?.[1] ?? []);
      const atSma = started(sma);
      const atEsas = new Set(esas.flatMap((esa) => [...started(esa)]));
      expect(esas.flatMap(accepted).filter((mid) => !atSma.has(mid))).toEqual([]);
      expect(accepted(sma).filter((mid) => !atEsas.has(mid))).toEqual([]);
    });
  });

  it('writes its logs in the order of time and ends them just before now', () => {
    always(({ model }) => {
      const one = untouched(model);
      each(one, (appliance) => {
        const times = one.story.desks[appliance.name]?.lines.map(({ at }) => at) ?? [];
        expect(times).toEqual([...times].sort((left, right) => left - right));
        const last = times.at(-1) ?? 0;
        expect(last).toBeLessThan(one.model.now);
        expect(last).toBeGreaterThan(one.model.now - 6 * 60_000);
        const files = mailLogsOf(one.story, appliance);
        const written = files.flatMap(({ text }) => text.trimEnd().split('\n')).length;
        const { keepsMailLog, logMinutes } = appliance.odd;
        if (keepsMailLog && logMinutes === null) expect(written).toBe(times.length + 6);
        else expect(written).toBeLessThan(times.length);
      });
    });
  });

  it('names version, serial number and state alike everywhere', () => {
    always((one) =>
      each(one, (appliance) => {
        const { version, serial, role } = appliance;
        expect(answered(one, appliance, 'version', 'version').data).toMatchObject({ version, serial, role });
        expect(configured(one, appliance)).toMatchObject({ version, serial, role });
        for (const { text } of mailLogsOf(one.story, appliance))
          expect(text.split('\n')[1]).toContain(`Version: ${version} SN: ${serial}`);
        const system = systemStatusOf(appliance).toLowerCase().replace(' ', '-');
        expect(answered(one, appliance, 'status', 'status').data).toMatchObject({ system });
      }),
    );
  });

  it('tells the same story twice', () => {
    always(({ model }) => expect(told(model.scenario, model.esas.length, model.now)).toEqual(untouched(model)), 5);
  });

  it('prints a screen that begins and ends with its prompt', () => {
    always((one) =>
      each(one, (appliance) => {
        const { model, story } = one;
        const screen = screenOf({ model, story, at: model.now }, appliance, ['version']);
        const prompt =
          model.cluster && appliance.role === 'esa' ? `(Machine ${appliance.hostname})> ` : `${appliance.hostname}> `;
        expect([screen.startsWith(`${prompt}version\n`), screen.endsWith(`\n${prompt}`)]).toEqual([true, true]);
      }),
    );
  });
});
