import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement that is run a million times over: values go to SQLite as they are, without the boxes that an
/// ordinary statement keeps them in.
struct RawStatement {
    private let statement: Statement
    private let pointer: OpaquePointer
    private let database: Database

    /// SQLite takes a copy before the call returns.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ database: Database, sql: String) throws {
        self.database = database
        statement = try database.makeStatement(sql: sql)
        pointer = statement.sqliteStatement
    }

    /// Binds the value at a place, counted from 1.
    func bind(_ place: Int32, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(pointer, place)
            return
        }
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                _ = sqlite3_bind_text(pointer, place, $0.baseAddress, Int32($0.count), Self.transient)
            }
        }
    }

    func bind(_ place: Int32, _ number: Int64?) {
        if let number {
            sqlite3_bind_int64(pointer, place, number)
        } else {
            sqlite3_bind_null(pointer, place)
        }
    }

    func bind(_ place: Int32, _ number: Int) { sqlite3_bind_int64(pointer, place, Int64(number)) }

    func bind(_ place: Int32, _ data: Data?) {
        guard let data else {
            sqlite3_bind_null(pointer, place)
            return
        }
        data.withUnsafeBytes {
            _ = sqlite3_bind_blob(pointer, place, $0.baseAddress, Int32($0.count), Self.transient)
        }
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        let code = sqlite3_step(pointer)
        sqlite3_reset(pointer)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
    }

    /// The first number of the first row; nil where there is none.
    func number() throws -> Int64? {
        let code = sqlite3_step(pointer)
        defer { sqlite3_reset(pointer) }
        guard code == SQLITE_ROW else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
        return sqlite3_column_type(pointer, 0) == SQLITE_NULL ? nil : sqlite3_column_int64(pointer, 0)
    }
}
