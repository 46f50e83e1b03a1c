import type { Drawing, Wire } from '../../model';
import { badness, worstOf } from './names';

/** What the switch above a fan chooses between; a readiness question stands in for quarantine. */
export type Connection = 'quarantine' | 'release' | 'ssh';
export const CONNECTIONS: readonly Connection[] = ['quarantine', 'release', 'ssh'];

export const connectionOf = (wire: Wire): Connection => (wire.kind === 'readiness' ? 'quarantine' : wire.kind);

export const wiresOf = (drawing: Drawing, connection: Connection): Wire[] =>
  drawing.wires.filter((wire) => connectionOf(wire) === connection);

/** The ESA's name at either end of a wire. */
export const esaOf = (wire: Wire): string => (wire.flow === 'esa-to-sma' ? wire.from.appliance : wire.to.appliance);

/** The connection to show first: the worst one, the upper one among equals. */
export const worstConnection = (drawing: Drawing): Connection =>
  CONNECTIONS.reduce((worst, connection) => {
    const [one, other] = [worstOf(wiresOf(drawing, connection)), worstOf(wiresOf(drawing, worst))];
    return one !== null && (other === null || badness(one.state) < badness(other.state)) ? connection : worst;
  });

/** The drawing of one ESA of several, as a 1 + 1 drawing of its own. */
export const only = (drawing: Drawing, esa: string): Drawing => ({
  ...drawing,
  esas: drawing.esas.filter((device) => device.name === esa),
  wires: drawing.wires.filter((wire) => esaOf(wire) === esa),
});
