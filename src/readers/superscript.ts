const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Figures as raised figures, which is how a footnote marker is printed: '12' becomes '¹²'. Other characters stay. */
export const raised = (figures: string): string => figures.replace(/[0-9]/gu, (d) => RAISED[Number(d)]!)
