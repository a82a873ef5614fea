using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>The program's own log: what it says is for operators, and holds nothing that a caller asked or a provider answered.</summary>
public sealed class ProgramLogTests
{
    private const string Asked = "QUESTION-310101199001019999", Answered = "ANSWER-310101199001018888";

    [Fact]
    public async Task No_question_answer_token_or_secret_stands_in_it()
    {
        var heard = new Hearing();
        await using var world = await GatewayWorld.Open(Engine.Sqlite, services => services.AddLogging(log => log.AddProvider(heard)));
        world.Provider.Answers = http => ProviderDouble.Json(http, "{\"data\":{\"list\":[{\"a\":\"" + Answered + "\",\"b\":\"x\"}]}}");
        var token = await world.Token();
        await world.CallUntil(200, $"?name={Asked}");
        // Unknown, refused, broken off, unreadable, and a provider that is away.
        (await world.Call(token, $"?{Asked}=1")).Dispose();
        (await world.Call(token, $"?secret={Asked}")).Dispose();
        world.Provider.Answers = http => ProviderDouble.Json(http, $$"""{"data":{"list":[{"a":"{{Answered}}",""");
        (await world.Call(token, $"?name={Asked}")).Dispose();
        await world.Provider.DisposeAsync();
        (await world.Call(token, $"?name={Asked}")).Dispose();
        Assert.NotEmpty(await world.Logged(CallResult.ProviderFailed, 2));
        // It does hear what the program says.
        Assert.Contains(heard.Lines, l => l.Contains("Microsoft.Hosting.Lifetime", StringComparison.Ordinal));
        foreach (var secret in new[] { Asked, Answered, token, world.Ground.Secret, "upstream-secret" })
            Assert.DoesNotContain(heard.Lines, l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Hearing : ILoggerProvider
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Ear(categoryName, Lines);

        public void Dispose()
        {
        }

        private sealed class Ear(string category, ConcurrentBag<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Add($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
