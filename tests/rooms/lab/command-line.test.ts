import { describe, expect, it } from 'vitest';
import { breakOut, enter, goOn, interrupt, logIn, type Reply } from '../../../main/lab/command-line';
import { esaAt, NOW, type Told, told } from './told';

const at = (one: Told, name: string): Reply => logIn(one.model, one.story, name);
const type = (reply: Reply, ...lines: string[]): Reply =>
  lines.reduce((before, line) => enter(before.session, line, NOW), reply);

describe('the command line of the lab', () => {
  it.each([
    'commit',
    'suspend',
    'resume',
    'resumelistener',
    'deleterecipients all',
    'reboot',
    'loadconfig',
    'saveconfig y 1',
    'delivernow',
  ])('refuses %s in the words of an appliance and stays at the prompt', (line) => {
    const reply = type(at(told('healthy'), 'esa1'), line);
    const word = line.split(' ')[0];
    expect(reply.text).toBe(
      `You are not in the correct access group to use the command "${word}".\nesa1.example.com> `,
    );
    expect(reply.session.asked).toBeNull();
  });

  it.each(['foo', 'applianceconfig list', 'constructor', '__proto__'])('does not know %s on an ESA', (line) => {
    const reply = type(at(told('healthy'), 'esa1'), line);
    const word = line.split(' ')[0];
    expect(reply.text).toBe(`Unknown command or missing feature key: ${word}\nesa1.example.com> `);
  });

  it('leaves a question with Control-C and says the prompt again', () => {
    const asked = type(at(told('healthy'), 'esa1'), 'clusterconfig');
    expect(asked.text).toContain('2. Create a new cluster.');
    expect(interrupt(asked.session).text).toBe('^C\nesa1.example.com> ');
  });

  it('asks a question again after an answer that does not fit, forever', () => {
    const asked = type(at(told('healthy'), 'esa1'), 'tophosts', '9', 'x', '0');
    expect(asked.text).toBe('\nThe value must be an integer from 1 to 5.\n[1]> ');
    const asNumbers = type(asked, '1', 'netstat', '1', '1', 'maybe');
    expect(asNumbers.text).toBe('\nPlease answer Yes or No.\nShow network addresses as numbers? [N]> ');
  });

  it('lets nobody into a menu that would change something', () => {
    const inMenu = type(at(told('healthy'), 'esa1'), 'sslconfig', 'OUTBOUND');
    expect(inMenu.text).toContain('Unknown option: OUTBOUND');
    expect(type(inMenu, '').text).toBe('\nesa1.example.com> ');
  });

  describe('in a cluster', () => {
    const one = told('cluster-interface-missing');

    it('begins at the level of the machine, and an SMA has no level', () => {
      expect(at(one, 'esa2').text).toBe('(Machine esa2.example.com)> ');
      expect(at(one, 'sma1').text).toBe('sma1.example.com> ');
    });

    it('says where a setting stands; only the first choice reads', () => {
      const asked = type(at(one, 'esa1'), 'sslconfig');
      expect(asked.text).toContain('1. Switch modes to edit at mode "Cluster Main_Cluster".');
      const read = type(asked, '1', '');
      expect(read.text).toBe('\n(Cluster Main_Cluster)> ');
      expect(type(asked, '2').text).toContain('You are not in the correct access group');
    });

    it('offers to switch back for a command of the machine', () => {
      const atCluster = type(at(one, 'esa1'), 'sslconfig', '1', '');
      const asked = type(atCluster, 'tophosts');
      expect(asked.text).toContain('Would you like to switch to "machine" mode? [Y]> ');
      expect(type(asked, 'N').text).toBe('\n(Cluster Main_Cluster)> ');
      expect(type(asked, 'Y', '1').text.endsWith('\n(Machine esa1.example.com)> ')).toBe(true);
    });
  });

  describe('telnet', () => {
    const dial = (one: Told, ...answers: string[]) => type(at(one, 'esa1'), 'telnet', '3', ...answers);

    it('takes its time before a swallowed connection times out', () => {
      const trying = dial(told('path-timeout'), '192.0.2.10', '7025');
      expect(trying.text).toBe('\nTrying 192.0.2.10...\n');
      expect(goOn(trying.session).text).toContain('connect to address 192.0.2.10: Operation timed out');
    });

    it('hands Control-C to the peer and ends with QUIT or Control-] quit', () => {
      const open = dial(told('healthy'), '192.0.2.10', '7025');
      expect(open.text.endsWith('220 sma1.example.com ESMTP\n')).toBe(true);
      expect(interrupt(open.session)).toEqual({ session: open.session, text: '' });
      expect(type(open, 'QUIT').text).toContain('Connection closed by foreign host.');
      const escaped = breakOut(open.session);
      expect(escaped.text).toBe('\ntelnet> ');
      expect(type(escaped, 'quit').text).toBe('Connection closed.\n\nesa1.example.com> ');
    });

    it('is refused where nothing listens, swallowed where nobody is, and knows no other names', () => {
      const one = told('healthy');
      expect(dial(one, '192.0.2.10', '7026').text).toContain('Connection refused');
      expect(dial(one, '192.0.2.99', '7025').text).toBe('\nTrying 192.0.2.99...\n');
      expect(dial(one, 'nowhere.example.net', '7025').text).toContain('hostname nor servname provided');
    });
  });

  describe('grep', () => {
    const search = (line: string) =>
      type(at(told('path-refused'), 'esa1'), line)
        .text.split('\n')
        .slice(0, -1);

    it('applies the expression to both files, oldest first', () => {
      const lines = search('grep -e "Begin Logfile" mail_logs');
      expect(lines).toEqual([
        'Tue Nov 24 19:10:00 2026 Info: Begin Logfile',
        'Tue Nov 24 19:55:00 2026 Info: Begin Logfile',
      ]);
    });

    it('heeds -i and -c', () => {
      expect(search('grep -e "begin logfile" mail_logs')).toEqual([
        'No results were found. Use another regular expression(s) to search.',
      ]);
      expect(search('grep -e "begin logfile" -i -c mail_logs')).toEqual(['2']);
      expect(search('grep "connection REFUSED" -i mail_logs').length).toBeGreaterThan(5);
    });

    it.each(['grep -e "(" mail_logs', 'grep -e "x" other_logs'])('is unable to do %s', (line) => {
      expect(search(line)).toEqual(['Unable to grep']);
    });

    it.each(['grep', 'grep -e "x"', 'grep -t -e "x" mail_logs'])('does not accept %s', (line) => {
      expect(search(line)).toEqual(['Invalid arguments when processing: grep']);
    });
  });

  it('shows the interface of the second member with its own spelling', () => {
    const one = told('cluster-interface-missing');
    expect(type(at(one, 'esa2'), 'interfaceconfig').text).toContain(
      '3. Pvo (192.0.2.62/24 on Data1: esa2-pvo.example.com)',
    );
    expect(esaAt(one, 1).interfaces.map(({ name }) => name)).toEqual(['Data 1', 'Management', 'PVO']);
  });
});
