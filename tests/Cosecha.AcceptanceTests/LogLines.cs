using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests;

/// <summary>All that a host in this process and its functions logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    /// <summary>The lines so far.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    public override string ToString() => string.Join('\n', Lines);

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose() { }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
}
