using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Gateway;

/// <summary>熔断: a provider's service that fails over and over is left alone for some seconds, so that its callers are answered at once and others are not held up. One for each service, on this node.</summary>
internal sealed class Breakers
{
    private static readonly CircuitBreakerStrategyOptions<CallEnd> Options = new()
    {
        FailureRatio = 0.5, MinimumThroughput = 10, SamplingDuration = TimeSpan.FromSeconds(10), BreakDuration = TimeSpan.FromSeconds(5),
        // Not what one question is refused for, nor what its caller is to blame for: others would be held up by it.
        ShouldHandle = a => ValueTask.FromResult(a.Outcome.Result.Why is CallRefusal.ProviderSilent or CallRefusal.ProviderSlow or CallRefusal.ProviderBroke or CallRefusal.ProviderFailed
            or CallRefusal.ProviderRedirects or CallRefusal.AnswerUnreadable or CallRefusal.Cut),
    };

    private readonly ConcurrentDictionary<long, ResiliencePipeline<CallEnd>> _pipelines = new();

    /// <summary>Calls through the breaker of a service.</summary>
    public async ValueTask<CallEnd> Run(long service, Func<CancellationToken, Task<CallEnd>> call, CancellationToken cancel)
    {
        var context = ResilienceContextPool.Shared.Get(cancel);
        try
        {
            var outcome = await _pipelines.GetOrAdd(service, static _ => new ResiliencePipelineBuilder<CallEnd>().AddCircuitBreaker(Options).Build())
                .ExecuteOutcomeAsync(static async (c, state) => Outcome.FromResult(await state(c.CancellationToken)), context, call);
            if (outcome.Exception is BrokenCircuitException) return new CallEnd(CallRefusal.BreakerOpen);
            outcome.ThrowIfException();
            return outcome.Result;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}

/// <summary>How the part of a call ended that the provider has to do with.</summary>
/// <param name="Why">None when the answer went out.</param>
/// <param name="Finer">What exactly, where more is known than the table says.</param>
internal readonly record struct CallEnd(CallRefusal Why, Fault? Finer = null)
{
    /// <summary>The code of the log and of figures.</summary>
    public string Code => Finer?.Code ?? RefusalKind.CodeOf(Why);
}
