using Azure.Core;
using Azure.Core.Pipeline;

namespace Cosecha.AcceptanceTests.Stores;

/// <summary>Ends a process, as far as the storage can tell, at one of its writes: before it is sent, or before its answer is read.</summary>
internal sealed class DyingWrites(int survived, bool afterSending) : HttpPipelinePolicy
{
    private int _writes;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isTable = message.Request.Uri.Path.EndsWith("/Tables", StringComparison.Ordinal);
        var dies = message.Request.Method != RequestMethod.Get && !isTable && _writes++ == survived;
        if (!dies || afterSending)
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (dies)
        {
            throw new IOException("Died here.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
