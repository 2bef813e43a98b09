import Forms
import TUI

/// A screen that does, and remembers, what a test asks for.
struct Toy: Screen {
    enum Message: Sendable, Equatable {
        case answer(String)
        case ring(Int)
    }

    var name: String = "Toy"
    var inField = false
    var disabled: Set<ActionID> = []
    var objects = false
    var log: [String] = []
    /// What the next event of this text leads to.
    var script: [String: @Sendable (ScreenContext) -> [Effect<Message>]] = [:]
    var cursorRow = 2
    var starting: [Effect<Message>] = []

    var title: SafeText { SafeText(name) }
    var scopes: [String] { ["toy"] }
    var capturesText: Bool { inField }

    func enabled(_ action: ActionID) -> Bool { !disabled.contains(action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        log.append("start \(context.size.columns)×\(context.size.rows)")
        return starting
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        let text =
            switch event {
            case .input(.text(let text)): text
            case .input(.key(let key)): key.label
            case .input(.paste(let text)): "paste \(text)"
            case .input(.scan(let text)): "scan \(text)"
            case .input(.resize(let size)): "size \(size.columns)×\(size.rows)"
            case .input(.mouse(let mouse)): "mouse \(mouse.position.column),\(mouse.position.row)"
            case .input(.tick): "tick"
            case .input: "input"
            case .action(let action): action.rawValue
            case .message(.answer(let text)): "answer \(text)"
            case .message(.ring(let number)): "ring \(number)"
            case .resumed(let result): "resumed \(result.map { "\($0)" } ?? "-")"
            case .hangup: "hangup"
            }
        log.append(text)
        if text == "field" || text == "/" { inField = true }
        return script[text]?(context) ?? []
    }

    mutating func willClose(_ context: ScreenContext) -> CloseDecision<Message> {
        log.append("close?")
        return objects ? .stay([.toast("Chưa lưu.", .warning)]) : .close
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        for (row, line) in log.suffix(canvas.size.rows).enumerated() {
            canvas.put(SafeText(line), at: Point(0, row))
        }
        if inField { canvas.cursor = Point(3, cursorRow) }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? { MessageLine("Gợi ý") }

    static let actions = [
        Action("toy.save", "Lưu", help: "Lưu lại.", keys: "f10", "ctrl-s", scope: "toy", priority: 5),
        Action("toy.find", "Tìm", help: "Tìm trong danh sách.", keys: "/", "ctrl-f", scope: "toy"),
        Action("toy.first", "Mục 1", help: "Mở mục thứ nhất.", keys: "alt-1", scope: "toy", hidden: true),
        Action("toy.three", "Ba", help: "Ba.", keys: "f3", "ctrl-t", scope: "toy"),
        Action("app.home", "Về đầu", help: "Về màn hình đầu.", keys: "ctrl-g", scope: "global"),
    ]
}

/// A chrome that counts, and shows a clock.
struct ToyChrome: Chrome {
    enum Message: Sendable { case ping }

    var log: [String] = []
    var showsClock: Bool { true }

    mutating func handle(_ event: ChromeEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .posted(let value):
            log.append("\(value)")
            if value as? String == "login" { return [.push(Toy(name: "Đăng nhập"))] }
            if value as? String == "watch" {
                return [
                    .run(id: "watch") {
                        try? await Task.sleep(for: .seconds(600))
                        return .ping
                    }
                ]
            }
            if value as? String == "ping" { return [.run(id: "ping") { .ping }] }
        case .message: log.append("pong")
        case .action(let action): log.append(action.rawValue)
        case .hangup: log.append("hangup")
        }
        return []
    }

    func drawStatus(into canvas: inout Canvas, titles: [SafeText], _ context: ScreenContext) {
        canvas.fill(canvas.bounds, role: .statusBar)
        let path = titles.map(\.string).joined(separator: " ▸ ")
        let minutes = context.now / 60 % 60
        canvas.put("\(path) | \(log.joined(separator: ","))", at: Point(1, 0), role: .statusBar)
        canvas.put(SafeText("\(minutes)"), at: Point(canvas.size.columns - 3, 0), role: .statusBar)
    }
}
