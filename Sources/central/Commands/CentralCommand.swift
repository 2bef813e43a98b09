import ArgumentParser

/// The central system's program.
@main
struct CentralCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "central",
        abstract: "Hệ thống giải quyết thủ tục hành chính tập trung.",
        version: Central.version,
        subcommands: [
            ServeCommand.self, LintFormCommand.self, LintProcessCommand.self, ImportCommand.self,
            VerifyAuditCommand.self, GenerateCommand.self, SimulateCommand.self,
        ])
}
