/** What a professional lets the others see in the directory. */
export type DirectoryChoices = { listed: boolean; showsPhone: boolean; showsEmail: boolean }

/** Before anything was chosen: enough to know who is who, nothing to call or to write to. */
export const USUAL_CHOICES: DirectoryChoices = { listed: true, showsPhone: false, showsEmail: false }
