import type { ServicesSlot } from '#features/structures/slots.ts'
import { moveServicesIn } from './edit-actions.ts'
import { choosableServices, listedServices } from './own-queries.ts'
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
    const own = await choosableServices(reader, by)
    const typed = await choosableServices(reader, by, chosenRows(state.values))
    const all = new Map([...own, ...typed].map(({ id, title }) => [id, title]))
    const options = [...all].map(([id, title]) => ({ value: String(id), text: title }))
    return <ServiceRowsField state={state} options={options} structureId={by.structureId} />
  },
  async read(reader, form, by) {
    const ids = chosenRows(form.toValues())
    const found = new Map((await choosableServices(reader, by, ids)).map((service) => [service.id, service]))
    return ids.flatMap((id) => found.get(id) ?? [])
  },
  load: listedServices,
  saveIn: moveServicesIn,
}
