type Where = { host: string; port: number }

/** Listens, or throws a sentence that names the setting to change. */
export async function listenAt(
  settings: { HOST: string; PORT: number },
  listen: (where: Where) => Promise<unknown>,
): Promise<void> {
  const { HOST: host, PORT: port } = settings
  try {
    await listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new Error(
        `Le port ${port} est déjà pris : le site tourne peut-être déjà. Sinon, en choisir un autre : PORT=${port + 1}.`,
      )
    }
    if (code === 'EACCES') throw new Error(`Le port ${port} est réservé : en choisir un au-dessus de 1023 avec PORT.`)
    if (code === 'EADDRNOTAVAIL') throw new Error(`HOST : ${host} n’est pas une adresse de cette machine.`)
    throw error
  }
}
