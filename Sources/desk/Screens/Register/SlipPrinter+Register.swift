import Forms
import Models

extension SlipPrinter {
    /// Saves a register as a PDF in the folder.
    func save(_ register: RegisterDocument) async -> Result<Outcome, Failure> {
        await save(register, as: Self.fileName(register), ["--register"])
    }

    /// Prints a register; where no printer is configured it is saved.
    func print(_ register: RegisterDocument) async -> Result<Outcome, Failure> {
        let name = Self.fileName(register)
        return await print(register, as: name, title: String(name.dropLast(4)), ["--register"])
    }

    /// The form, the period and which print it is.
    static func fileName(_ register: RegisterDocument) -> String {
        let again = register.reprint > 0 ? "-in\(register.reprint + 1)" : ""
        return "so-mau\(RegisterDocument.form)-\(register.from.iso)-\(register.to.iso)\(again).pdf"
    }
}
