import { describe, expect, it } from 'vitest';
import { otherCommand } from '../../../main/core/asyncos';
import { cliSample } from './sample';

describe('a text that shows the prompt of another command', () => {
  it.each([
    ['tophosts', 'status-offline.txt', 'status'],
    ['status', 'tophosts-esa-cpq-down.txt', 'tophosts'],
    ['tophosts', 'hoststatus-up.txt', 'hoststatus'],
    ['applianceconfig', 'version-sma15.txt', 'version'],
  ])('%s is not in %s', (wanted, file, other) => {
    expect(otherCommand(wanted, cliSample(file))).toBe(other);
  });

  it.each([
    ['tophosts', 'tophosts-esa-cpq-down.txt'],
    ['status-detail', 'status-offline.txt'],
    ['status', 'status-detail-online.txt'],
    ['clusterconfig-list', 'clusterconfig-standalone.txt'],
    ['sslconfig', 'sslconfig-9.5.txt'],
  ])('%s may be in %s', (wanted, file) => {
    expect(otherCommand(wanted, cliSample(file))).toBeNull();
  });

  it('nothing is said of a text without a prompt', () => {
    const bare = cliSample('tophosts-esa-cpq-down.txt').split('\n').slice(2, -1).join('\n');
    expect(otherCommand('status', bare)).toBeNull();
  });
});
