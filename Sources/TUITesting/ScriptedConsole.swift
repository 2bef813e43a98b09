import Synchronization
import TUI

/// A console that answers by itself: each prompt gets the first unused answer whose words it holds, any other
/// prompt an empty line.
///
/// What is said stands in ``lines``, prompts with their answers among it, so that a test reads the conversation
/// as it went. After ``patience`` empty lines in a row the input ends: a test never waits for ever.
public final class ScriptedConsole: LineConsole {
    /// Empty answers in a row after which the input has ended.
    public static let patience = 200

    private struct State {
        var answers: [(words: String, answer: String)]
        var lines: [String] = []
        var emptyInARow = 0
    }

    private let state: Mutex<State>

    /// - Parameter answers: The words of a prompt, and what is answered to it. Words that are empty fit any prompt.
    public init(_ answers: [(String, String)]) {
        state = Mutex(State(answers: answers.map { (words: $0.0, answer: $0.1) }))
    }

    /// All that was said and answered.
    public var lines: [String] { state.withLock { $0.lines } }
    public var text: String { lines.joined(separator: "\n") }
    /// The answers that no prompt has asked for.
    public var unused: [String] { state.withLock { $0.answers.map(\.answer) } }

    public func say(_ line: SafeText) {
        state.withLock { $0.lines.append(line.string) }
    }

    public func ask(_ prompt: SafeText, isSecret: Bool) async -> String? {
        state.withLock { state in
            let index = state.answers.firstIndex { $0.words.isEmpty || prompt.string.contains($0.words) }
            let answer = index.map { state.answers.remove(at: $0).answer }
            state.lines.append(prompt.string + (isSecret ? "***" : answer ?? ""))
            state.emptyInARow = answer == nil ? state.emptyInARow + 1 : 0
            return state.emptyInARow > Self.patience ? nil : answer ?? ""
        }
    }
}
