// What a content is about, against what is asked: needs, stage, situation, activity, sector. Codes first, words for what
// has none.
import type { EventKind } from '#features/events/rules.ts'
import { ideasOf } from '#features/search/words.ts'
import type { Stage } from '#features/services/rules.ts'
import { fold } from '#kernel/fold'
import { CREATION_KINDS } from './creation.ts'
import type { Criteria } from './criteria.ts'
import { type Need, SIGNS, saysOneOf } from './needs.ts'
import type { Match } from './reasons.ts'
import { type AskedSector, SECTOR_CHOICES, wordsOfSector } from './sectors.ts'
import { SIGNS_OF_SITUATIONS, type Situation } from './situations.ts'
import { WEIGHTS } from './weights.ts'

/** What a content says of itself by codes. */
export type Codes = {
  services?: readonly string[]
  themes?: readonly string[]
  structures?: readonly string[]
  event?: EventKind
  stages?: readonly Stage[]
  audiences?: readonly string[]
  sectors?: readonly string[]
}

export type Topic = Codes & { title: string; summary: string }

const share = (some: readonly string[] = [], others: readonly string[] = []): boolean =>
  some.some((one) => others.includes(one))

export function topicMatches(topic: Topic, criteria: Criteria, needs = criteria.needs): Match[] {
  const title = fold(topic.title)
  const text = `${title} ${fold(topic.summary)}`
  return [
    ...needs.flatMap((need) => needMatch(need, topic, title)),
    ...stageMatch(criteria.stage, topic, title),
    ...criteria.situations.flatMap((situation) => situationMatch(situation, topic, title)),
    ...activityMatch(criteria, text),
    ...sectorMatch(criteria, topic, text),
  ]
}

function needMatch(need: Need, topic: Topic, title: string): Match[] {
  const signs = SIGNS[need]
  const isSaid =
    share(topic.services, signs.services) ||
    share(topic.themes, signs.themes) ||
    share(topic.structures, signs.structures) ||
    (topic.event !== undefined && (signs.events ?? []).includes(topic.event))
  const byWords = saysOneOf(title, signs.words)
  if (!isSaid && !byWords) return []
  return [{ reason: { kind: 'need', need }, points: isSaid ? WEIGHTS.need : WEIGHTS.needByWords }]
}

/** Of what has no stage of its own. */
const STAGE_WORDS: Record<Stage, readonly string[]> = {
  idea: ['premiers pas', 'idee', 'par ou commencer', 'oser', 'choisir'],
  preparation: ['previsionnel', 'etude de marche', 'business plan', 'statut', 'prepar', 'construire'],
  launch: ['immatricul', 'demarrer', 'se lancer', 'lancer', 'financer', 'debut d activite', 's installer'],
  growth: ['develop', 'premiere annee', 'recrut', 'embauch', 'reprendre', 'comptabilite', 'tva'],
}

function stageMatch(stage: Stage | undefined, { stages }: Topic, title: string): Match[] {
  if (stage === undefined) return []
  const fits = stages === undefined ? saysOneOf(title, STAGE_WORDS[stage]) : stages.includes(stage)
  return fits ? [{ reason: { kind: 'stage', stage }, points: WEIGHTS.stage }] : []
}

function situationMatch(situation: Situation, { audiences, structures }: Topic, title: string): Match[] {
  const signs = SIGNS_OF_SITUATIONS[situation]
  const fits = share(audiences, signs.audiences) || share(structures, signs.structures) || saysOneOf(title, signs.words)
  return fits ? [{ reason: { kind: 'situation', situation }, points: WEIGHTS.situation }] : []
}

/** What an activity says, read once for all the contents that are weighed against it. */
type Activity = { words: readonly string[]; sectors: readonly AskedSector[] }
const activities = new WeakMap<Criteria, Activity>()

function activityOf(criteria: Criteria): Activity {
  const known = activities.get(criteria)
  if (known !== undefined) return known
  const { activity } = criteria
  const words = activity === '' ? [] : ideasOf(activity).flat()
  const read = { words, sectors: sectorsAsked(criteria) }
  activities.set(criteria, read)
  return read
}

function activityMatch(criteria: Criteria, text: string): Match[] {
  const word = activityOf(criteria).words.find((alternative) => saysOneOf(text, [alternative]))
  return word === undefined ? [] : [{ reason: { kind: 'activity', word }, points: WEIGHTS.activity }]
}

/** The sector that was said; or those that the activity tells: a bakery is a shop and a craft. */
function sectorsAsked({ sector, activity }: Criteria): AskedSector[] {
  if (sector !== undefined) return [sector]
  const typed = fold(activity)
  if (typed === '') return []
  return SECTOR_CHOICES.map(({ value }) => value).filter((value) => saysOneOf(typed, wordsOfSector(value)))
}

function sectorMatch(criteria: Criteria, { sectors = [] }: Topic, text: string): Match[] {
  const asked = activityOf(criteria).sectors
  const sector = asked.find((one) => sectors.includes(one) || saysOneOf(text, wordsOfSector(one)))
  return sector === undefined ? [] : [{ reason: { kind: 'sector', sector }, points: WEIGHTS.sector }]
}

/** About creating a business, by what its source says. */
export const isAboutCreation = ({ themes = [], stages = [], structures = [] }: Topic): boolean =>
  stages.length > 0 || themes.includes('creer-une-entreprise') || share(structures, CREATION_KINDS)
