/** Under which name the secret of an appliance's jump host is held: no appliance can be called so (`isApplianceName`). */
export const jumpSecretName = (appliance: string): string => `${appliance}@jump`;
