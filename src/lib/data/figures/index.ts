/** Figures of the portfolio: every question of the screens, answered from the stored records. */
export { answerFigures } from './answer';
