import { BOTH, describeCause } from '../../support/cause-table';
import { hiddenListener } from '../../support/observations';

describeCause('listener-port-mismatch', BOTH, (w) => {
  const setting = w.config(w.responder, { listeners: [hiddenListener(7026)] });
  const same = w.config(w.responder, { listeners: [hiddenListener(7025)] });
  const refused = w.log('initiator', { grounds: [{ code: 'path-refused' }] });
  const settled = w.log('initiator', {
    grounds: [{ code: 'path-refused', history: true }],
    successes: [w.success('initiator')],
  });
  return [
    {
      name: '7025 is dialled and refused, 7026 is set and listens',
      seen: [setting, refused, w.listens(22, 7026)],
      status: 'confirmed',
      key: 'ports-differ',
      evidence: ['log-initiator', `config-${w.responder}`, 'netstat'],
    },
    {
      name: '7025 is dialled and gets no answer, 7026 is set and the initiator reaches it',
      seen: [
        setting,
        w.log('initiator', { grounds: [{ code: 'path-timeout' }] }),
        w.reach('connected', { port: 7026 }),
      ],
      status: 'confirmed',
      key: 'ports-differ',
      evidence: ['log-initiator', `config-${w.responder}`, 'reach'],
    },
    {
      name: '7025 is dialled and refused, 7026 is only set',
      seen: [setting, refused],
      status: 'suspected',
      key: 'ports-differ',
      evidence: ['log-initiator', `config-${w.responder}`],
    },
    {
      name: 'the port that listens belongs to another machine of the cluster',
      seen: [
        w.config(w.responder, {
          machines: ['other.example.com', 'third.example.com'],
          listeners: [hiddenListener(7026, 'line 2', 'other.example.com')],
        }),
        refused,
        w.listens(7026),
      ],
      status: 'not-checked',
      key: 'listener-port-unknown',
    },
    {
      name: 'setting and listener of the responder name different ports',
      seen: [
        w.config(w.responder, {
          listeners: [hiddenListener(7026)],
          problems: [{ code: 'listener-port-differs', at: 'line 2', params: {} }],
        }),
      ],
      status: 'suspected',
      key: 'settings-differ',
      evidence: [`config-${w.responder}`],
    },
    {
      name: 'the port that is dialled is the one that is set',
      seen: [same, refused],
      status: 'ruled-out',
      key: 'ports-agree',
      evidence: [`config-${w.responder}`, 'log-initiator'],
    },
    {
      name: 'a message went through on the port that is set',
      seen: [same, w.carried()],
      status: 'ruled-out',
      key: 'ports-agree',
      evidence: [`config-${w.responder}`, 'log-initiator'],
    },
    {
      name: 'the other port was dialled in the past only',
      seen: [setting, settled],
      status: 'not-checked',
      key: 'dialled-port-unknown',
    },
    {
      name: 'the port is dialled, the setting unknown',
      seen: [refused],
      status: 'not-checked',
      key: 'listener-port-unknown',
    },
  ];
});
