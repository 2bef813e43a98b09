import APIClient
import Forms
import Models

extension Desk {
    /// All entries of a unit's register, and one more than can be printed where there are too many.
    ///
    /// - Parameter print: See `Client.register`.
    func register(
        of unit: String, from: LocalDate, to: LocalDate, print: ID? = nil
    ) async -> Result<[RegisterEntry], APIError> {
        await ask { client throws(APIError) in
            var entries: [RegisterEntry] = []
            var cursor: String?
            repeat {
                let page = try await client.register(
                    of: unit, from: from, to: to, print: print, cursor: cursor, limit: 200)
                entries += page.items
                cursor = page.nextCursor
            } while cursor != nil && entries.count <= RegisterDocument.Limit.entries
            return entries
        }
    }

    /// What became of a register's paper.
    enum RegisterPaper: Sendable {
        case done(SlipPrinter.Outcome, copy: Int)
        case failed(SlipPrinter.Failure)
        /// The journal took no print, so nothing was printed.
        case refused(APIError)
    }

    /// Prints or saves a register, after the journal has heard of it. What is shown of it has no phone and no address;
    /// the paper has them, now that its print is recorded.
    ///
    /// - Parameter key: The journal's; a paper that failed is tried again under its own.
    func produce(
        _ register: RegisterDocument, of unit: String, key: ID, printing: Bool
    ) async -> RegisterPaper {
        var register = register
        let print = RegisterPrint(from: register.from, to: register.to)
        switch await ask({ client throws(APIError) in
            try await client.recordRegisterPrint(of: unit, print, key: key)
        }) {
        case .failure(let error): return .refused(error)
        case .success(let record):
            switch await self.register(of: unit, from: register.from, to: register.to, print: record.id) {
            case .failure(let error): return .refused(error)
            case .success(let entries): register.entries = entries
            }
            register.reprint = max(0, record.copyNumber - 1)
            let printer = printer
            switch printing ? await printer.print(register) : await printer.save(register) {
            case .success(let outcome): return .done(outcome, copy: register.reprint)
            case .failure(let failure): return .failed(failure)
            }
        }
    }
}
