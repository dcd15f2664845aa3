"""What the encoder sees and says: numpy and tokenizers only; shared by the package and by training."""
