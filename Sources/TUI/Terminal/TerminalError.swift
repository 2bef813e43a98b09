/// Why there is no screen.
public enum TerminalError: Error, Hashable, Sendable {
    /// Neither a controlling terminal, nor are stdin and stdout one.
    case noTerminal
    /// TERM names a terminal that this machine does not know, or none.
    case unknownTerminal(String)
    /// The terminal cannot place its cursor; plain prompts are what is left.
    case tooSimple(String)
}
