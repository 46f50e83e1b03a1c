import { dirname, join } from 'node:path';
import { bad, good, problem, type Result } from '../core/model';
import { makeFolder, type Written, writeAtomically } from '../disk';
import { arrange, esasOf, scenarioNamed } from './arrange';
import { applianceCapture, type LabCertificates } from './capture/appliance-capture';
import { makeCertificate, makeInspected } from './certificate';
import { configOf } from './config';
import type { MaterialsOptions } from './lab';
import { mailLogsOf } from './mail-logs';
import { appliancesOf, type LabAppliance } from './model';
import { DOCUMENTATION_NET, placesIn } from './places';
import { type MaterialFiles, offlineProfileOf } from './site';
import { tell } from './story/tell';
import { captureOf, type Desktop, screenOf, typingsAt } from './typist';

interface Page {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes the scenario as files for offline use: for each appliance its mail_logs (saved and current), its configuration
 * export, pasted command output, one terminal capture and the packets of its last quarantine connections, and the profile `site.yaml` that names them.
 * Fails with `scenario-unknown`, `lab-size`, or what the disk says (`folder-read-only`, `disk-full`, …).
 */
export const writeMaterials = async (
  options: MaterialsOptions,
): Promise<Result<{ profile: string; files: string[] }>> => {
  const scenario = scenarioNamed(options.scenario);
  if (!scenario.ok) return scenario;
  const esas = esasOf(scenario.value, options.esas);
  if (!esas.ok) return esas;
  const arranged = arrange(scenario.value, placesIn(DOCUMENTATION_NET, esas.value), options.now.getTime());
  const model = options.switched?.(arranged) ?? arranged;
  const desktop = { model, story: tell(model), at: model.now };
  const certificates = await certificatesOf(options.now, model.sma.hostname);
  const sets = appliancesOf(model).map((appliance) => ({ appliance, ...pagesOf(desktop, appliance, certificates) }));
  const named = Object.fromEntries(sets.map(({ appliance, files }) => [appliance.name, files]));
  const profile = { path: 'site.yaml', text: offlineProfileOf(model, scenario.value, named) };
  const written = await writeAll(options.folder, [...sets.flatMap(({ pages }) => pages), profile]);
  return written.ok ? good({ profile: join(options.folder, profile.path), files: written.value }) : written;
};

const certificatesOf = async (now: Date, intercepted: string): Promise<LabCertificates> => {
  const own = await makeCertificate(now);
  const inspected = await makeInspected(now, intercepted);
  return { own, inspected: () => inspected };
};

const pagesOf = (
  desktop: Desktop,
  appliance: LabAppliance,
  certificates: LabCertificates,
): { pages: readonly Page[]; files: MaterialFiles } => {
  const page = (name: string, text: string): Page => ({ path: `${appliance.name}/${name}`, text });
  const logs = mailLogsOf(desktop.story, appliance).map(({ name, text }) => page(`mail_logs/${name}`, text));
  const config = page('config.xml', configOf(desktop.model, appliance));
  const capture = page('terminal.log', captureOf(desktop, appliance));
  const cli = typingsAt(desktop.model, appliance).map(({ command, file, lines }) => ({
    command,
    ...page(`cli/${file}`, screenOf(desktop, appliance, lines)),
  }));
  const packets = applianceCapture(desktop.model, desktop.story, appliance, certificates);
  const captures = packets === null ? [] : [page('quarantine.pcap', packets.toString('latin1'))];
  return {
    pages: [...logs, config, ...cli, capture, ...captures],
    files: {
      logs: logs.map(({ path }) => path),
      config: config.path,
      cli: cli.map(({ command, path }) => ({ command, file: path })),
      transcripts: [capture.path],
      captures: captures.map(({ path }) => path),
    },
  };
};

const writeAll = async (folder: string, pages: readonly Page[]): Promise<Result<string[]>> => {
  const files: string[] = [];
  for (const { path, text } of pages) {
    const target = join(folder, path);
    const written = await writeOne(target, text);
    if (!written.ok) return bad(problem(written.code, target, { detail: written.detail }));
    files.push(target);
  }
  return good(files);
};

/** Everything the lab writes is Latin-1, as the XML declares, or bytes told as such. */
const writeOne = async (target: string, text: string): Promise<Written> => {
  const made = await makeFolder(dirname(target));
  return made.ok ? writeAtomically(target, Buffer.from(text, 'latin1')) : made;
};
