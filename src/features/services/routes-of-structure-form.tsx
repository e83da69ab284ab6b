import type { ServicesSlot } from '#features/structures/slots.ts'
import { moveServicesIn } from './edit-actions.ts'
import { choosableAmong, choosableServices, shownServices } from './own-queries.ts'
import { ServiceRowsField } from './pages/service-rows-field.tsx'
import { applyServiceGesture, chosenRows, isServiceGesture, withRows } from './service-rows.ts'

/** « Nos services » in the form of a structure (STR-4). */
export const servicesSlot: ServicesSlot = {
  values: (services) =>
    withRows(
      {},
      services.map(({ id }) => String(id)),
    ),
  rehearses: isServiceGesture,
  rehearse: (form, gesture) => applyServiceGesture(form.toValues(), gesture),
  async fields(reader, state, by) {
    const services = await choosableServices(reader, by, chosenRows(state.values))
    const options = services.map(({ id, title }) => ({ value: String(id), text: title }))
    return <ServiceRowsField state={state} options={options} structureId={by.structureId} />
  },
  async read(reader, form, by) {
    const ids = chosenRows(form.toValues())
    const found = new Map((await choosableAmong(reader, by, ids)).map((service) => [service.id, service]))
    return ids.flatMap((id) => found.get(id) ?? [])
  },
  shown: shownServices,
  saveIn: moveServicesIn,
}
