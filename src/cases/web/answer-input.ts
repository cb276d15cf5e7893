import type { PageRequest } from '../../platform/http/route.ts'
import type { AnswerInput } from '../answer-case.ts'
import { isPrivacyChoice } from '../answer-privacy.ts'
import { ticketOf, versionOf } from './case-request.tsx'

/** The answer form, read. */
export function answerIn(request: PageRequest): AnswerInput {
  const privacy = request.field('privacy')
  return {
    ticket: ticketOf(request),
    text: request.field('text'),
    final: request.field('final') !== 'belum',
    version: versionOf(request),
    ...(isPrivacyChoice(privacy) && { privacy }),
  }
}
