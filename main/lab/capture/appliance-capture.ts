import type { LabCertificate } from '../certificate';
import { isFaulty, isIntercepted, type LabAppliance, type LabModel, reach, sourceOf } from '../model';
import type { Attempted } from '../story/desk';
import type { Story } from '../story/tell';
import { agreed, outboundSuites } from '../suites';
import { converse } from './dialogue';
import { type LabPacket, pcapOf } from './packets';
import { Wire } from './wire';

/** The engineer let it run for this long, up to now. */
const CAPTURED_MS = 15 * 60_000;
/** Two appliances in one data centre. */
const DELAY_MS = 0.4;
const FIRST_PORT = 20_000;

export interface LabCertificates {
  readonly own: LabCertificate;
  /** What a device on the way shows in the place of an appliance's own certificate. */
  readonly inspected: (to: LabAppliance) => LabCertificate;
}

const wireOf = ({ from, to, at }: Attempted, index: number): Wire => {
  const initiator = { address: sourceOf(from).address, port: FIRST_PORT + index };
  return new Wire({ initiator, responder: to.known }, at, DELAY_MS, 1_000_000 + index * 77_777);
};

/** What a firewall refuses or swallows never comes to the responder. */
const isSeenBy = (model: LabModel, appliance: LabAppliance, { from, to, at }: Attempted): boolean => {
  if (appliance.name === from.name) return true;
  const blocked = isFaulty(model, at) && model.rules.some((one) => one.from === from.name && one.to === to.name);
  return appliance.name === to.name && !blocked;
};

const packetsOf = (
  model: LabModel,
  appliance: LabAppliance,
  certificates: LabCertificates,
  tried: Attempted,
  index: number,
): readonly LabPacket[] => {
  const { from, to, at } = tried;
  const wire = wireOf(tried, index);
  const outcome = reach(model, from, to, at);
  if (outcome === 'refused') wire.refuse();
  else if (outcome === 'timed-out') wire.swallow();
  else {
    const intercepted = isIntercepted(model, to, at);
    const shown = intercepted && appliance.name === from.name ? certificates.inspected(to) : certificates.own;
    const failed = intercepted || agreed(model, from, to, at).anonymous;
    const offers = outboundSuites(model, from, at);
    const bytes = failed || (to.odd.answers !== 'takes' && isFaulty(model, at)) ? 0 : tried.bytes;
    converse(wire, { from, to, certificate: shown, offers, bytes, seed: `${from.name} ${to.name} ${at}` });
  }
  return wire.packets;
};

/** The packets of the appliance's quarantine connections of the last minutes, as a pcap file; null where there were none. */
export const applianceCapture = (
  model: LabModel,
  story: Story,
  appliance: LabAppliance,
  certificates: LabCertificates,
): Buffer | null => {
  const tried = Object.values(story.desks)
    .flatMap(({ attempts }) => attempts)
    .filter((one) => one.at >= model.now - CAPTURED_MS && isSeenBy(model, appliance, one))
    .sort((one, other) => one.at - other.at);
  const packets = tried.flatMap((one, index) => packetsOf(model, appliance, certificates, one, index));
  return packets.length === 0 ? null : pcapOf(packets);
};
