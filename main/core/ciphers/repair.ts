const ENDS_OPEN = /[: ;,]$/;

/**
 * The list with `-aNULL` behind everything else (TechNote 200068). It has to stand last: a keyword behind it would
 * bring the anonymous suites in again (`HIGH:-aNULL:ALL`, measured).
 */
export const withoutAnonymous = (list: string): string => `${list}${ENDS_OPEN.test(list) ? '' : ':'}-aNULL`;
