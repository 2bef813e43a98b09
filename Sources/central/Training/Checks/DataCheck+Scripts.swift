import Models

extension DataCheck {
    /// What the linter of scripts finds; a file is named after its script, and every procedure has one.
    mutating func checkScripts() {
        unique(set.scripts.map { "\($0.id)@\($0.version)" }, "scripts")
        for script in set.scripts {
            let file = "scripts/\(script.id).json"
            // A bundle's cases and papers are those of its members: what it is filled with is found when it is read.
            let bundle = set.bundles.first { $0.code == script.procedure }
            let procedure = script.procedure.flatMap { set.procedure($0) } ?? bundle
            for finding in ScriptLint.check(script, procedure: procedure) {
                fault(file, "/item" + finding.pointer, finding.message)
            }
        }
        for procedure in set.procedures + set.bundles
        where !set.scripts.contains(where: { $0.procedure == procedure.code }) {
            fault("scripts", "", "thủ tục \(procedure.code) chưa có kịch bản tổng đài")
        }
        let file = "ticket-kinds.json"
        unique(set.ticketKinds.map(\.code), file, at: "/items")
        for (index, kind) in set.ticketKinds.enumerated() where kind.days < 1 || kind.acknowledgeDays < 1 {
            fault(file, "/items/\(index)/days", "số ngày phải từ 1 trở lên")
        }
    }
}
