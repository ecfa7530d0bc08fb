export { entityOf, envelopeOf, example } from '../../simulators/salesiq/webhook/envelope';
export { eventOf, exampleNames } from '../../simulators/salesiq/webhook/examples';
