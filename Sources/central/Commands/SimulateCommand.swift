import ArgumentParser

/// `central simulate …`: programs that stand for others' systems.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Giả lập hệ thống của bên khác, để tập huấn và kiểm thử.",
        subcommands: [SimulatePostCommand.self])
}
