import type { Device, Drawing, Site, Wire } from '../../../main/core/model';

const device = (site: Site, name: string, note: Device['note'] = null): Device => {
  const found = site.appliances.find((one) => one.name === name);
  return { name, role: found?.role ?? 'esa', address: found?.host ?? null, note };
};

const end = (appliance: string, kind: 'plug' | 'socket', port: number | null, name: string | null): Wire['from'] => ({
  appliance,
  interface: name,
  port,
  kind,
  state: 'unknown',
});

export const wire = (kind: Wire['kind'], esa: string, sma: string, more: Partial<Wire> = {}): Wire => {
  const forward = kind === 'quarantine' || kind === 'readiness';
  const port = kind === 'ssh' ? 22 : 7025;
  return {
    id: `${kind}:${esa}-${sma}`,
    kind,
    flow: forward ? 'esa-to-sma' : 'sma-to-esa',
    from: end(forward ? esa : sma, 'plug', null, 'Management'),
    to: end(forward ? sma : esa, 'socket', port, 'Management'),
    state: 'unknown',
    break: null,
    outcome: { key: 'not-checked-yet', params: {} },
    marks: [],
    ...more,
  };
};

const three = (esa: string, sma: string): Wire[] =>
  (['quarantine', 'release', 'ssh'] as const).map((kind) => wire(kind, esa, sma));

export const freshDrawing = (site: Site): Drawing => {
  const [esa] = site.appliances.filter((one) => one.role === 'esa');
  const sma = site.appliances.find((one) => one.role === 'sma');
  return {
    esas: site.appliances.filter((one) => one.role === 'esa').map((one) => device(site, one.name)),
    sma: sma === undefined ? null : device(site, sma.name),
    cluster: null,
    wires: esa === undefined || sma === undefined ? [] : three(esa.name, sma.name),
  };
};

export const ok = (one: Wire, key = 'ok'): Wire => ({
  ...one,
  state: 'ok',
  from: { ...one.from, state: 'reached' },
  to: { ...one.to, state: 'listening' },
  outcome: { key, params: {} },
  marks: [
    { vantage: one.from.appliance, stage: null, ok: true },
    { vantage: 'laptop', stage: null, ok: true },
  ],
});

export const brokenTls = (one: Wire): Wire => ({
  ...one,
  state: 'broken',
  break: { place: 'near-handshake', glyph: 'lock' },
  from: { ...one.from, state: 'reached' },
  to: { ...one.to, state: 'listening' },
  outcome: { key: 'causes:tls-anonymous-cipher.short', params: {} },
  marks: [
    { vantage: 'esa1', stage: 'tls', ok: false },
    { vantage: 'laptop', stage: 'tcp', ok: true },
  ],
});

export const anonymousDrawing = (site: Site): Drawing => ({
  ...freshDrawing(site),
  esas: [device(site, 'esa1', { key: 'causes:queue-backlog.note', params: { count: '1284' } })],
  wires: [
    brokenTls(wire('quarantine', 'esa1', 'sma1')),
    ok(wire('release', 'esa1', 'sma1')),
    ok(wire('ssh', 'esa1', 'sma1')),
  ],
});

export const healthyDrawing = (site: Site): Drawing => ({
  ...freshDrawing(site),
  wires: (['quarantine', 'release', 'ssh'] as const).map((kind) => ok(wire(kind, 'esa1', 'sma1'))),
});

export const suspectedDrawing = (site: Site): Drawing => ({
  ...freshDrawing(site),
  wires: [
    wire('quarantine', 'esa1', 'sma1', {
      state: 'degraded',
      outcome: { key: 'causes:listener-suspended.short', params: {} },
      marks: [{ vantage: 'laptop', stage: 'tcp', ok: false }],
    }),
    wire('release', 'esa1', 'sma1'),
    wire('ssh', 'esa1', 'sma1', { state: 'not-checked', outcome: { key: 'not-possible', params: {} } }),
  ],
});

export const runningDrawing = (site: Site): Drawing => ({
  ...freshDrawing(site),
  wires: [
    wire('quarantine', 'esa1', 'sma1', {
      state: 'checking',
      outcome: { key: 'checking', params: {} },
      marks: [{ vantage: 'laptop', stage: 'tcp', ok: true }],
    }),
    ok(wire('release', 'esa1', 'sma1')),
    wire('ssh', 'esa1', 'sma1'),
  ],
});

/** A cluster in which one machine lacks the interface that the service is set to. */
export const clusterDrawing = (site: Site, broken: readonly string[]): Drawing => {
  const esas = site.appliances.filter((one) => one.role === 'esa').map((one) => one.name);
  const released = (name: string): Wire => {
    const plain = wire('release', name, 'sma1');
    const fits = { ...plain, to: { ...plain.to, interface: 'Data 2' } };
    if (!broken.includes(name)) return ok(fits);
    return {
      ...fits,
      state: 'broken',
      break: { place: 'far-socket', glyph: 'cross' },
      from: { ...fits.from, state: 'reached' },
      to: { ...fits.to, state: 'missing' },
      outcome: { key: 'causes:cluster-interface-missing.short', params: { wanted: 'Data 2' } },
    };
  };
  return {
    esas: esas.map((name) => device(site, name)),
    sma: device(site, 'sma1', { key: 'causes:queue-backlog.note', params: { count: '37' } }),
    cluster: { name: 'mailhub', interface: 'Data 2' },
    wires: esas.flatMap((name) => [
      ok(wire('quarantine', name, 'sma1')),
      released(name),
      ok(wire('ssh', name, 'sma1')),
    ]),
  };
};
