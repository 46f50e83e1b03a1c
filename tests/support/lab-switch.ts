import type { Change } from '../../main/core/model';
import type { LabAppliance, LabModel } from '../../main/lab/model';

const at = (model: LabModel, name: string, turn: (appliance: LabAppliance) => LabAppliance): LabModel => ({
  ...model,
  esas: model.esas.map((one) => (one.name === name ? turn(one) : one)),
  sma: model.sma.name === name ? turn(model.sma) : model.sma,
});

/** The interface that the setting wants, in place of the one that is nearly called so. */
const withInterface =
  (name: string) =>
  (appliance: LabAppliance): LabAppliance => {
    const near = appliance.interfaces.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const made = { ...(near ?? appliance.interfaces[0]), name } as LabAppliance['interfaces'][number];
    return { ...appliance, interfaces: [...appliance.interfaces.filter((one) => one !== near), made] };
  };

/** The change as the lab's own switch: what an administrator would have made of the model by it. */
export const throwSwitch = (model: LabModel, change: Change): LabModel => {
  switch (change.kind) {
    case 'listener-opens':
      return at(model, change.appliance, (one) => ({ ...one, receivingSuspended: false }));
    case 'delivery-resumes':
      return model;
    case 'outbound-list':
      return at(model, change.appliance, (one) => ({ ...one, ciphers: { ...one.ciphers, outbound: change.list } }));
    case 'listener-port':
      return at(model, change.appliance, (one) => ({ ...one, quarantine: { ...one.quarantine, port: change.port } }));
    case 'interface-created':
      return at(model, change.appliance, withInterface(change.interface));
  }
};
