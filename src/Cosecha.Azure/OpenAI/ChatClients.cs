using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Cosecha.Ai;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using OpenAI;

namespace Cosecha.Azure.OpenAI;

/// <summary>Makes the client of the language model that the settings name.</summary>
public static class ChatClients
{
    /// <summary>Makes the client; no network call yet. It retries what may pass, as long as the service asks, three times.</summary>
    /// <param name="options">The settings; <see cref="AiOptions.IsConfigured"/>.</param>
    /// <param name="configuration">Where the client id of a user-assigned identity stands, as for the storage account.</param>
    public static IChatClient Create(AiOptions options, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        var client = options.Service == AiService.OpenAI ? OpenAI(options) : AzureOpenAI(options, configuration);
        return new CarefulChatClient(client.GetChatClient(options.Model).AsIChatClient());
    }

    private static OpenAIClient OpenAI(AiOptions options)
    {
        // The client wants a key; a service on this machine does not, and ignores it.
        var key = new ApiKeyCredential(options.Key.Length > 0 ? options.Key : "none");
        return new OpenAIClient(key, WithPatience(new OpenAIClientOptions { Endpoint = new Uri(options.Endpoint) }, options));
    }

    private static AzureOpenAIClient AzureOpenAI(AiOptions options, IConfiguration configuration)
    {
        var clientOptions = WithPatience(new AzureOpenAIClientOptions(), options);
        return options.Key.Length > 0
            ? new AzureOpenAIClient(new Uri(options.Endpoint), new ApiKeyCredential(options.Key), clientOptions)
            : new AzureOpenAIClient(new Uri(options.Endpoint), StorageAccount.Identity(configuration), clientOptions);
    }

    private static T WithPatience<T>(T client, AiOptions options)
        where T : ClientPipelineOptions
    {
        client.NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        client.RetryPolicy = new BoundedRetryPolicy();
        return client;
    }
}
