/** Where one appliance stands: the addresses of its interfaces and the ports that the lab could bind there. */
export interface Place {
  readonly management: string;
  readonly data: string;
  /** The interface that a cluster gives to the quarantine service. */
  readonly quarantine: string;
  readonly quarantinePort: number;
  readonly sshPort: number;
}

export interface Places {
  readonly esas: readonly Place[];
  readonly sma: Place;
}

const SMA = 0;

const place = (net: string, index: number, sshPort: number): Place => ({
  management: `${net}.${10 + index}`,
  data: `198.51.100.${10 + index}`,
  quarantine: `${net}.${60 + index}`,
  quarantinePort: 7025,
  sshPort,
});

/**
 * Addresses in one /24: the SMA ends in 10, the ESAs in 11 to 30, their second interfaces in 61 to 80.
 * `net` is the first three numbers, for instance `127.84.3`. Data interfaces are documentation addresses (RFC 5737):
 * nothing listens there, they stand in logs and lists only.
 */
export const placesIn = (net: string, esas: number): Places => ({
  esas: Array.from({ length: esas }, (_, at) => place(net, at + 1, 22)),
  sma: place(net, SMA, 22),
});

/** The network of written materials, where nothing can be reached (RFC 5737). */
export const DOCUMENTATION_NET = '192.0.2';

/** Where only one loopback address exists: everything on it, told apart by its ports. */
export const placesOn = (address: string, esas: number): Places => {
  const { sma, esas: others } = placesIn('127.0.0', esas);
  const here = (one: Place): Place => ({ ...one, management: address, quarantine: address });
  return { esas: others.map(here), sma: here(sma) };
};
